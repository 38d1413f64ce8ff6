/** Licences that ask no more of whoever ships the code than to name them. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
];

/** Packages with another licence, and why that is well. */
const excepted = [
  // libvips as a shared library of its own, which anybody may replace: what the LGPL asks for.
  { packages: /^@img\/sharp-/, licences: ['LGPL-3.0-or-later'] },
];

/** Packages whose manifest names the licence in a form that npm no longer reads (`licenses`). */
const told = { busboy: 'MIT', streamsearch: 'MIT' };

/**
 * Which packages of the lock file, other than those of development, have a licence that is not known to be well.
 *
 * @param {Record<string, { license?: string, dev?: boolean, link?: boolean }>} packages by their path
 * @returns {string[]} one sentence each
 */
export function licenceProblems(packages) {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { license }]) => [path.slice(path.lastIndexOf('node_modules/') + 13), license])
    .filter(([name, licence]) => !isWell(name, licence ?? told[name]))
    .map(([name, licence]) => `${name} has ${licence ?? 'no licence'}`);
}

/** Whether an SPDX expression is well: all parts of an AND, one part of an OR. */
function isWell(name, expression) {
  if (!expression) return false;
  const allowed = [
    ...permissive,
    ...excepted.flatMap(({ packages, licences }) => (packages.test(name) ? licences : [])),
  ];
  const parts = (text, word) => text.replace(/[()]/g, '').split(` ${word} `);
  return parts(expression, 'OR').some((choice) => parts(choice, 'AND').every((licence) => allowed.includes(licence)));
}
