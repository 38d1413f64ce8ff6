import type { App } from '../app.ts';
import type { Words } from '../language/language.ts';

const states: Words<Readonly<Record<'idle' | 'connecting' | 'live' | 'waiting', string>>> = {
  en: { idle: 'Idle', connecting: 'Connecting', live: 'Live', waiting: 'Reconnecting' },
  'zh-CN': { idle: '空闲', connecting: '连接中', live: '实时', waiting: '正在重连' },
};

/** What the connection is doing. */
export function ConnectionStatus({ app }: { app: App }) {
  const { state } = app.connection.value;
  return <span class="badge">{states[app.language.value][state]}</span>;
}
