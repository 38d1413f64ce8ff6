#!/usr/bin/env python3
"""Watch a job, or talk in a room, with nothing but the protocol of docs/protocol.md.

Needs Python 3.9 and `websockets` 10 or later (Debian and Ubuntu: python3-websockets).

    jobwire.py job  ws://localhost:3000/ws JOB_ID --ticket TICKET
    jobwire.py room ws://localhost:3000/ws ROOM --token TOKEN --say "Good evening"

Writes one line of JSON for everything that it is told. With --drop-after N it breaks its connection after N events, to
show that nothing is missed and nothing comes twice.
"""

import argparse
import asyncio
import json
import random
import uuid

import websockets

SUBPROTOCOL = "jobwire.v1"


class Refused(Exception):
    """The server answered an operation with an error, or ended a subscription for good."""


def show(kind, **said):
    print(json.dumps({"kind": kind, **said}), flush=True)


class Connection:
    """One socket: replies find their questions by `id`, pushes wait in a queue."""

    def __init__(self, socket):
        self.socket = socket
        self.pushes = asyncio.Queue()
        self.questions = {}
        self.reader = asyncio.ensure_future(self.read())

    async def read(self):
        try:
            async for text in self.socket:
                frame = json.loads(text)
                if "t" in frame:
                    self.pushes.put_nowait(frame)
                elif frame.get("id") in self.questions:
                    self.questions.pop(frame["id"]).set_result(frame)
        except websockets.exceptions.ConnectionClosed:
            pass  # Its code says why; see `ended`.
        # Whoever waits learns that nothing will come.
        self.pushes.put_nowait(None)
        for question in self.questions.values():
            question.set_exception(self.ended())

    def ended(self):
        """What a close code asks for: 40xx stop, anything else come back."""
        code = self.socket.close_code
        if code is not None and 4000 <= code < 4100:
            return Refused(f"closed with {code}")
        return ConnectionError(f"closed with {code}")

    async def ask(self, op, **members):
        number = random.randrange(1, 1_000_000_000)
        self.questions[number] = asyncio.get_running_loop().create_future()
        given = {name: value for name, value in members.items() if value is not None}
        answered = self.questions[number]
        await self.socket.send(json.dumps({"id": number, "op": op, **given}))
        reply = await answered
        if "error" in reply:
            raise Refused(reply["error"]["code"])
        return reply["ok"]

    def drop(self):
        """Break the connection without a word, as a lost network does."""
        self.socket.transport.abort()

    async def close(self):
        await self.socket.close()
        await self.reader


async def connect(url, token):
    socket = await websockets.connect(url, subprotocols=[SUBPROTOCOL])
    connection = Connection(socket)
    welcome = await connection.ask("hello", token=token, name="jobwire.py")
    show("welcome", user=welcome["user"], heartbeatMs=welcome["heartbeatMs"])
    return connection


class Follower:
    """Knows how far it is in one channel, and what must follow."""

    def __init__(self, channel, ticket=None):
        self.channel = channel
        self.ticket = ticket
        self.epoch = None
        self.seq = 0
        self.since = "0"
        self.final = False
        self.last = None

    async def subscribe(self, connection):
        since = self.since if self.epoch is None else f"{self.epoch}:{self.seq}"
        self.begin(await connection.ask("sub", ch=self.channel, ticket=self.ticket, since=since))

    def begin(self, opened):
        self.epoch, self.seq = opened["epoch"], opened["seq"]
        show("opened", recovered=opened["recovered"], seq=self.seq)
        if not opened["recovered"]:
            show("snapshot", snapshot=opened.get("snapshot"))
        if opened.get("final"):
            self.last = opened.get("newest", self.seq)
        self.final = self.last is not None and self.seq >= self.last

    def take(self, event):
        if event["epoch"] != self.epoch or event["seq"] - event.get("skipped", 0) != self.seq + 1:
            raise Refused(f"event {event['seq']} does not follow {self.seq}")
        self.seq = event["seq"]
        self.final = bool(event.get("final")) or self.last == self.seq
        show("event", seq=self.seq, type=event["type"], data=event["data"])


async def follow(options, follower, token=None, greet=None, enough=lambda event: False):
    """Stay in a channel over any number of connections, until its end or until `enough` of it was seen."""
    drop_after = options.drop_after
    seen = failures = 0
    while not follower.final:
        try:
            connection = await connect(options.url, token)
            await follower.subscribe(connection)
            failures = 0
            if greet:
                await greet(connection)
                greet = None
            while not follower.final:
                push = await connection.pushes.get()
                if push is None:
                    raise connection.ended()
                if push.get("ch") not in (None, follower.channel):
                    continue
                if push["t"] == "event":
                    follower.take(push)
                    seen += 1
                    if enough(push):
                        return await connection.close()
                    if seen == drop_after:
                        connection.drop()
                        raise ConnectionError("dropped")
                elif push["t"] == "snapshot":
                    follower.begin(push)
                elif push["t"] == "unsub" and not push["retryable"]:
                    raise Refused(push["code"])
                elif push["t"] == "presence":
                    show("presence", online=push["online"])
            await connection.close()
        except (OSError, websockets.exceptions.WebSocketException) as lost:
            show("lost", why=str(lost))
            await asyncio.sleep(random.random() * min(20, 0.5 * 2**failures))
            failures += 1


async def watch_job(options):
    await follow(options, Follower(f"job:{options.name}", options.ticket))


async def talk_in_room(options):
    channel = f"room:{options.name}"
    key = str(uuid.uuid4())

    async def greet(connection):
        here = await connection.ask("presence", ch=channel)
        while here["online"] == 0:
            # Who comes in is listed a moment later.
            await asyncio.sleep(0.1)
            here = await connection.ask("presence", ch=channel)
        show("here", online=here["online"], names=[member["name"] for member in here["members"]])
        first = await connection.ask("pub", ch=channel, data={"text": options.say}, key=key)
        # The same key again is the same message.
        again = await connection.ask("pub", ch=channel, data={"text": options.say}, key=key)
        show("published", seq=first["seq"], repeated=again.get("repeated", False) and again["seq"] == first["seq"])
        page = await connection.ask("history", ch=channel, limit=10)
        show("history", seqs=[event["seq"] for event in page["events"]], more=page["more"])

    def enough(event):
        return event["data"].get("key") == options.until

    options.until = options.until or key
    await follow(options, Follower(channel), options.token, greet, enough)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["job", "room"])
    parser.add_argument("url")
    parser.add_argument("name", help="id of the job, or name of the room")
    parser.add_argument("--ticket")
    parser.add_argument("--token")
    parser.add_argument("--say", default="Good evening")
    parser.add_argument("--until", help="stay in the room until the message with this key")
    parser.add_argument("--drop-after", type=int, default=0)
    options = parser.parse_args()
    asyncio.run(watch_job(options) if options.what == "job" else talk_in_room(options))


if __name__ == "__main__":
    main()
