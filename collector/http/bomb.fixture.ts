import { openDoor } from '../http.ts';
import { readRobots } from './robots.ts';

/**
 * Run as a process of its own: reads an address through the door and prints what came of it, and by how many bytes
 * the memory of the process had grown at its largest, over what it held with the door open and warm.
 */
const [url = ''] = process.argv.slice(2);
readRobots('', '*');
const door = openDoor({
  userAgent: 'Earshot/0.1',
  allowPrivate: ['127.0.0.1'],
  allowHttp: [],
  now: () => new Date('2026-11-20T05:00:00Z'),
  elapsedMs: performance.now.bind(performance),
  pauseMs: 0,
  robots: false,
});
await door({ url: new URL('/small', url).href });
const before = process.memoryUsage().rss;
let largest = before;
const watch = setInterval(() => {
  largest = Math.max(largest, process.memoryUsage().rss);
}, 5);
const reply = await door({ url });
largest = Math.max(largest, process.memoryUsage().rss);
clearInterval(watch);
await door.close();
process.stdout.write(
  JSON.stringify({ reason: 'reason' in reply ? reply.reason : reply.kind, grewBytes: largest - before }),
);
