import { roomName } from '@jobwire/protocol';

/** Whether a room can have this name, so that a page can say so before it asks. */
export function isRoomName(name: string): boolean {
  return roomName.safeParse(name).success;
}
