import { Router, type Request, type RequestHandler } from 'express';
import { serveStatic } from 'ruru/static';
import type { Viewer } from '../graphql/context.ts';

/** Where the explorer's own files are served. */
const FILES = '/graphiql/';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphQL · Tandem</title>
    <link rel="stylesheet" href="${FILES}ruru.css" />
    <style>body { margin: 0 } #explorer { height: 100vh }</style>
    <script type="module" src="${FILES}start.js"></script>
  </head>
  <body>
    <div id="explorer"></div>
  </body>
</html>
`;

const FIRST_QUERY = `# Every figure with its interval and definition.
query FirstFigure {
  figure(metric: POSITIVE_EXIT_RATE) {
    __typename
    ... on Figure {
      value
      numerator
      denominator
      interval { lower upper }
      definition { name says version }
    }
    ... on Withheld { reason }
  }
}
`;

/** Starts the explorer; a file of its own, since pages run no inline script. */
const START = `import { React, createRoot, Ruru } from '${FILES}ruru.js';
const workers = { json: 'jsonWorker.js', graphql: 'graphqlWorker.js' };
globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker('${FILES}' + (workers[label] ?? 'editorWorker.js'), { type: 'module' }),
};
createRoot(document.getElementById('explorer')).render(
  React.createElement(Ruru, { endpoint: '/graphql', defaultQuery: ${JSON.stringify(FIRST_QUERY)} }),
);
`;

/**
 * GraphiQL for a browser that opens /graphql; everybody else is left to the API. It asks for the schema, which is told to
 * who is signed in, so that others are shown the way there.
 */
export function explorerPage(
  viewerOf: (request: Request) => Promise<Viewer | null>,
  signInFirst: RequestHandler,
): RequestHandler {
  return async (request, response, next) => {
    const opened =
      request.method === 'GET' &&
      request.query['query'] === undefined &&
      request.accepts(['json', 'html']) === 'html';
    if (!opened) next();
    else if ((await viewerOf(request)) === null) signInFirst(request, response, next);
    else response.set('cache-control', 'no-cache').type('html').send(PAGE);
  };
}

export function explorerFiles(): Router {
  const router = Router();
  router.get(`${FILES}start.js`, (_request, response) => {
    response.set('cache-control', 'no-cache').type('js').send(START);
  });
  router.use(serveStatic(FILES));
  return router;
}
