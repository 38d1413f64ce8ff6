import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Files that are dropped anywhere on the page, or pasted. Without this a browser leaves the page for a file that misses its
 * place.
 *
 * @returns whether files are held over the page
 */
export function useGivenFiles(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const give = (files: FileList | undefined): void => {
      if (files && files.length > 0) taking.current([...files]);
    };
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      give(event.dataTransfer.files);
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the page there is another one; outside there is none.
      if (event.relatedTarget === null) setOver(false);
    };
    document.addEventListener('dragenter', hold, { signal });
    document.addEventListener('dragover', hold, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', (event) => give(event.clipboardData?.files), { signal });
    return () => ends.abort();
  }, []);
  return over;
}
