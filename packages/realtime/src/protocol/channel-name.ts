/** A channel by its parts: `job:<id>` is of the kind `job`. */
export interface ChannelName {
  /** The whole name, as it stands in frames. */
  name: string;
  kind: string;
  /** What stands behind the first colon; empty for a kind that has one channel only. */
  id: string;
}

/** Longest channel name, in characters. */
export const channelNameLength = 128;

/** Take a channel's name apart. Whether the channel exists is for its kind to say. */
export function parseChannelName(name: string): ChannelName {
  const colon = name.indexOf(':');
  if (colon < 0) return { name, kind: name, id: '' };
  return { name, kind: name.slice(0, colon), id: name.slice(colon + 1) };
}

/** The channel of a job. */
export function jobChannel(jobId: string): ChannelName {
  return { name: `job:${jobId}`, kind: 'job', id: jobId };
}
