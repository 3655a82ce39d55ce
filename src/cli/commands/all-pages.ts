interface Page<Node> {
  page: { nodes: readonly Node[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
}

/** Every node of a connection, page by page. */
export async function allPages<Node>(find: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const found: Node[] = [];
  let after: string | null = null;
  do {
    const { page }: Page<Node> = await find(after);
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return found;
}
