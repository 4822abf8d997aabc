import type { FigureResult } from '@tandem/ui/figure';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Link } from '@tanstack/react-router';
import type { IndicatorSearch } from './indicators.routes.ts';

interface Props {
  readonly result: FigureResult | undefined;
  readonly label?: string;
  readonly size?: 'large';
  /** Of when and of whom the figure is, which its page then shows as well; nothing for all time. */
  readonly search?: Partial<IndicatorSearch>;
}

/** A figure whose name leads to its indicator's page. */
export function IndicatorTile({ result, label, size, search }: Props) {
  return (
    <FigureTile
      result={result}
      label={label}
      size={size}
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
