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
  return channelOf('job', jobId);
}

/** The channel of what a user is told: notifications, and messages to them alone. */
export function userChannel(userId: string): ChannelName {
  return channelOf('user', userId);
}

/** The channel of a room. */
export function roomChannel(room: string): ChannelName {
  return channelOf('room', room);
}

/** The channel of what everybody is told. */
export const broadcastChannel: ChannelName = { name: 'broadcast', kind: 'broadcast', id: '' };

/** The channel of a queue, for administrators. */
export function queueChannel(queue: string): ChannelName {
  return channelOf('admin', `queue:${queue}`);
}

function channelOf(kind: string, id: string): ChannelName {
  return { name: `${kind}:${id}`, kind, id };
}
