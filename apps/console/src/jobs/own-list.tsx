import { isAdmin } from '../account/person.ts';
import type { App } from '../app.ts';
import { fieldProblem, problemText } from '../controls/problem-text.ts';
import { FilterForm } from './filter-form.tsx';
import { filterNames, filterOf, formOf, isFiltered } from './job-filter.ts';
import { JobTable } from './job-table.tsx';
import { useJobList } from './use-job-list.ts';
import { listWords } from './words.ts';

/** The jobs that who is signed in may see, narrowed down by the address. */
export function OwnList({ app }: { app: App }) {
  const words = listWords[app.language.value];
  const form = formOf(app.route.value.query);
  const list = useJobList(app, filterOf(form));
  const jobs = list.jobs.value;
  const failure = list.failure.value;
  return (
    <section class="stack" aria-label={words.title}>
      <div>
        <h1>{words.title}</h1>
        <p class="quiet">{isAdmin(app.person) ? words.aboutAll : words.about}</p>
      </div>
      <FilterForm key={JSON.stringify(form)} app={app} form={form} failure={failure} names={namesOf(jobs)} />
      {failure !== undefined && !filterNames.some((name) => fieldProblem(failure, `/${name}`)) && (
        <div class="notice bad row apart" role="alert">
          <span>{problemText(failure, app.language.value)}</span>
          <button type="button" onClick={() => void list.refresh()}>
            {words.again}
          </button>
        </div>
      )}
      {jobs === undefined && failure === undefined && <Placeholder text={words.loading} />}
      {jobs?.length === 0 && <p class="empty">{isFiltered(form) ? words.noneFound : words.none}</p>}
      {jobs !== undefined && jobs.length > 0 && <JobTable app={app} jobs={jobs} />}
      {list.hasMore.value && (
        <div>
          <button type="button" disabled={list.busy.value} onClick={() => void list.more()}>
            {words.more}
          </button>
        </div>
      )}
    </section>
  );
}

/** As high as a page of jobs, so that nothing jumps when they come. */
function Placeholder({ text }: { text: string }) {
  return (
    <div class="jobs-placeholder" role="status">
      {text}
    </div>
  );
}

function namesOf(jobs: readonly { name: string }[] = []): string[] {
  return [...new Set(jobs.map(({ name }) => name))].toSorted();
}
