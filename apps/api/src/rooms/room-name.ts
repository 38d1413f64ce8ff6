import { roomName } from '@jobwire/realtime';

/** True for what can be a room's name: each has one spelling, because two that look alike would be two rooms. */
export function isRoomName(name: string): boolean {
  return roomName.safeParse(name).success;
}
