import { z } from 'zod';

/** A bucket of S3 or of a server that speaks like it, and where in it our files lie. */
export interface BucketAddress {
  kind: 'bucket';
  bucket: string;
  /** Before every key: empty, or ending with `/`. */
  prefix: string;
  /** Undefined leaves it to AWS_REGION and the shared configuration of AWS. */
  region: string | undefined;
  /** Origin of a server that is not AWS. */
  endpoint: string | undefined;
  /** Whether the bucket is the first part of the path, instead of the host name. */
  pathStyle: boolean;
}

/** Where files are kept: a folder, as it was written, or a bucket. */
export type StorageAddress = { kind: 'folder'; folder: string } | BucketAddress;

/** What a bucket may be called, on AWS and elsewhere. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Plain words between single slashes, which need no escaping anywhere. */
const prefixPath = /^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*$/;

const options = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  endpoint: z.string().refine(isOrigin).optional(),
  pathStyle: z.enum(['on', 'off']).optional(),
});

/** How each option must look; other names are unknown. */
const optionRules: Record<string, string> = {
  region: 'region must be a name like eu-central-1',
  endpoint: 'endpoint must be an address like https://minio.example:9000, without a path',
  pathStyle: 'pathStyle must be on or off',
};

/**
 * Read a STORAGE_URL: `file:<folder>`, or `s3://<bucket>/<prefix>` with `region`, `endpoint` and `pathStyle` after a `?`.
 * A server of one's own gets the bucket in the path and a region that such servers ignore, unless told otherwise.
 *
 * @returns what is wrong with it, in words that follow the variable's name, when it cannot be read
 */
export function readStorageAddress(text: string): StorageAddress | string {
  if (/^file:.+/.test(text)) return { kind: 'folder', folder: text };
  if (!text.startsWith('s3://')) return 'must start with file: or s3://';
  if (!URL.canParse(text)) return 'is not an address';
  const { hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  if (username || password) return 'must not contain keys: set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY';
  if (!bucketName.test(hostname) || port)
    return 'must name a bucket: 3 to 63 lower-case letters, digits, dots or dashes';
  const prefix = pathname.replace(/^\//, '').replace(/\/$/, '');
  if ((prefix && !prefixPath.test(prefix)) || hash) return 'the prefix must be plain words between single slashes';
  return withOptions(hostname, prefix && `${prefix}/`, searchParams);
}

function withOptions(bucket: string, prefix: string, given: URLSearchParams): BucketAddress | string {
  const read = options.safeParse(Object.fromEntries(given));
  if (read.success) {
    const { endpoint, region = endpoint && 'us-east-1', pathStyle = endpoint ? 'on' : 'off' } = read.data;
    return { kind: 'bucket', bucket, prefix, region, endpoint, pathStyle: pathStyle === 'on' };
  }
  const [issue] = read.error.issues;
  return optionRules[String(issue?.path[0])] ?? 'knows the options region, endpoint and pathStyle only';
}

function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text.replace(/\/$/, '');
}

/** The rule of STORAGE_URL. */
export const storageUrl = z.string().superRefine((text, context) => {
  const address = readStorageAddress(text);
  if (typeof address === 'string') context.addIssue(address);
});
