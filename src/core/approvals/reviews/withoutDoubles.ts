import type { ReviewRequest } from './reviewRequest';

/**
 * Requests of which none is told of twice. One that is fetched into a file that had it already, or into a second one, may
 * still be approved there though it no longer is: what is told in the same way counts once; where something is another
 * time another thing, no approval counts, and every denial does.
 */
export function withoutDoubles(requests: readonly ReviewRequest[]): ReviewRequest[] {
  const byText = new Map(requests.map((request) => [JSON.stringify(request), request]));
  const told = [...byText.values()];
  const isTwice = ({ name }: ReviewRequest): boolean =>
    name !== '?' && told.filter((other) => other.name === name).length > 1;
  return told.map((request) => {
    if (!isTwice(request)) return request;
    return {
      ...request,
      reviews: request.reviews.map((review) => ({ ...review, flaw: 'toldTwice' as const })),
    };
  });
}
