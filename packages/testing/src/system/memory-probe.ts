// Loaded into a process before its own code, so that whoever started it can ask what it holds when its garbage is gone.
process.on('message', (message) => {
  if (message !== 'memory') return;
  globalThis.gc?.();
  process.send?.({ memory: process.memoryUsage() });
});
process.channel?.unref();
