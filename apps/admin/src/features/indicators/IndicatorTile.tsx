import type { FigureResult } from '@tandem/ui/figure';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly result: FigureResult | undefined;
  readonly label?: string;
  readonly size?: 'large';
}

/** A figure whose name leads to its indicator's page. */
export function IndicatorTile({ result, label, size }: Props) {
  return (
    <FigureTile
      result={result}
      label={label}
      size={size}
      link={(name) =>
        result && (
          <Link to="/indicators/$metric" params={{ metric: result.definition.id }}>
            {name}
          </Link>
        )
      }
    />
  );
}
