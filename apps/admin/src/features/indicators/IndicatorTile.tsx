import type { FigureResult } from '@tandem/ui/figure';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Link } from '@tanstack/react-router';
import type { IndicatorSearch } from './indicators.routes.ts';

interface Props {
  readonly result: FigureResult | undefined;
  readonly label?: string;
  readonly size?: 'large';
  /** What its reader must know of it here, below its name's figure. */
  readonly remark?: string | undefined;
  /** Of when and of whom the figure is, which its page then shows as well; nothing for all time. */
  readonly search?: Partial<IndicatorSearch>;
}

/** A figure whose name leads to its indicator's page. */
export function IndicatorTile({ result, label, size, search, remark }: Props) {
  return (
    <FigureTile
      result={result}
      label={label}
      size={size}
      remark={remark}
      link={(name) =>
        result && (
          <Link to="/indicators/$metric" params={{ metric: result.definition.id }} search={search ?? {}}>
            {name}
          </Link>
        )
      }
    />
  );
}
