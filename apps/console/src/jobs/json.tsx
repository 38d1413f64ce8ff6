/** Plain data as people who write programs read it. Long ones scroll, by keyboard too. */
export function Json({ value, label }: { value: unknown; label: string }) {
  return (
    <pre class="json" role="region" aria-label={label} tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
