import { areaPath, linePath, type Scale } from './paths.ts';
import { rangeOf, type Values } from './series.ts';
import { useWidth } from './use-width.ts';

const height = 32;

/** A line beside its number, without axes: only whether it rises or falls. */
export function Spark({ values }: { values: Values }) {
  const { box, width } = useWidth<HTMLDivElement>();
  const most = Math.max(1, rangeOf(values)?.most ?? 0);
  const scale: Scale = {
    x: (index) => 1 + (index / (values.length - 1)) * (width - 2),
    y: (value) => 2 + (height - 4) * (1 - value / most),
  };
  return (
    <div class="spark" ref={box}>
      {width > 0 && (
        <svg class="drawing" width={width} height={height} aria-hidden="true" focusable="false">
          <path class="area accent" d={areaPath(values, scale)} />
          <path class="line accent" d={linePath(values, scale)} />
        </svg>
      )}
    </div>
  );
}
