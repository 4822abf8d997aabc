import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Posts JSON and answers with the body; anything but 200 is an error. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const payload = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`)),
        );
      },
    );
    sent.once('error', reject);
    sent.end(payload);
  });
}

/** Sends a request `times` times, `together` at once. */
export async function repeat(times: number, together: number, send: () => Promise<unknown>): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
}
