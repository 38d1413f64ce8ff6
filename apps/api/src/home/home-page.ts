/**
 * The page at `/`.
 *
 * @param developing shows the way to what is there in development only
 */
export function homePage(developing: boolean): { title: string; main: string } {
  return {
    title: 'Jobwire',
    main: `
<h1>Jobwire is running</h1>
<p>Jobs that can be watched and are never lost.</p>
<nav>
  <a href="/docs">API</a>
  <a href="/health">Health</a>
  <a href="/admin/queues">Queues</a>
${developing ? '  <a href="/dev/mails">Letters</a>\n' : ''}</nav>
<h2>Send a mail</h2>
<pre><code>curl -s localhost:3000/register --json '{"email":"ada@example.com","name":"Ada"}' | tee job.json</code></pre>
<h2>Make thumbnails</h2>
<pre><code>curl -F image=@photo.jpg localhost:3000/upload-image</code></pre>
<h2>Watch it happen</h2>
<pre><code>ID=$(node -p 'require("./job.json").job.id') TICKET=$(node -p 'require("./job.json").ticket')
curl -N -H 'Accept: text/event-stream' "localhost:3000/jobs/$ID/events?ticket=$TICKET"</code></pre>
<p>Or all of it at once, with progress bars: <code>npm run demo</code></p>`,
  };
}
