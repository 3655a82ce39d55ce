export interface SdkAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
  body: any;
}

/** A request to the public door, as any page may send it. */
export async function sdkRequest(url: string, path: string, init: RequestInit = {}): Promise<SdkAnswer> {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

/** The tours that a page gets. */
export async function publicTours(url: string, token: string): Promise<SdkAnswer['body'][]> {
  return (await sdkRequest(url, `/api/product_tours/?token=${token}&_=1764000000000`)).body.product_tours;
}

/** All flags for one person. */
export async function askFlags(url: string, body: object): Promise<SdkAnswer> {
  return sdkRequest(url, '/flags/?v=2', { method: 'POST', body: JSON.stringify(body) });
}

/** A tour that shows to everybody once it is created. */
export const LAUNCHED = {
  auto_launch: true,
  start_date: '2024-01-01T00:00:00Z',
  content: { steps: [{ id: 'hello', type: 'modal', progressionTrigger: 'button', contentHtml: '<p>Hello from the server</p>' }] },
};
