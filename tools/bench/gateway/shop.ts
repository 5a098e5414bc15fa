import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** The four subgraphs that federated gateways are usually compared on: accounts, products, reviews, inventory. */
export const SHOP = ['accounts', 'products', 'reviews', 'inventory'] as const;
export type ShopName = (typeof SHOP)[number];

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@shareable"])`;

const SDL: Readonly<Record<ShopName, string>> = {
  accounts: `type Query { me: User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  products: `type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
    type User @key(fields: "id") { id: ID! reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
  inventory: `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external
    inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
};

/** Reads every kind of field that a page of a shop shows; eleven fetches in Apollo's plan. */
export const SHOP_QUERY = `query Bench {
  users { id username name reviews { id body product { upc name price weight shippingEstimate inStock
    reviews { id body author { id username name } } } } }
  topProducts(first: 5) { upc name price weight shippingEstimate inStock
    reviews { id body author { id username name reviews { id body product { upc name price } } } } }
}`;

const users = Array.from({ length: 6 }, (_, index) => ({
  __typename: 'User',
  id: `${index + 1}`,
  name: `Person number ${index + 1}`,
  username: `person${index + 1}`,
  birthday: 1_000 + index,
}));
const products = Array.from({ length: 9 }, (_, index) => ({
  __typename: 'Product',
  upc: `${index + 1}`,
  name: `Thing number ${index + 1}`,
  price: 100 * (index + 1),
  weight: 50 * (index + 1),
}));
const reviews = Array.from({ length: 11 }, (_, index) => ({
  id: `${index + 1}`,
  body: `A sentence that someone wrote about a thing they bought, number ${index + 1}.`,
  author: { __typename: 'User', id: `${(index % 6) + 1}` },
  product: { __typename: 'Product', upc: `${(index % 9) + 1}` },
}));

interface Upc {
  readonly upc: string;
}
interface Parcel extends Upc {
  readonly price: number;
  readonly weight: number;
}

const RESOLVERS: Readonly<Record<ShopName, object>> = {
  accounts: {
    Query: { me: () => users[0], users: () => users },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Upc) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    Review: { __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id) },
    User: { reviews: ({ id }: { id: string }) => reviews.filter((review) => review.author.id === id) },
    Product: { reviews: ({ upc }: Upc) => reviews.filter((review) => review.product.upc === upc) },
  },
  inventory: {
    Product: {
      inStock: ({ upc }: Upc) => Number(upc) % 3 !== 0,
      shippingEstimate: ({ price, weight }: Parcel) => (price > 1_000 ? 0 : Math.round(weight * 0.5)),
    },
  },
};

export function shopSchema(name: ShopName): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(`${LINK}\n${SDL[name]}`), resolvers: RESOLVERS[name] as never }]);
}

/** The supergraph, with each subgraph at its own port. */
export function composeShop(ports: Readonly<Record<ShopName, number>>): string {
  const services = SHOP.map((name) => ({
    name,
    url: `http://127.0.0.1:${ports[name]}/graphql`,
    typeDefs: parse(`${LINK}\n${SDL[name]}`),
  }));
  const composed = composeServices(services);
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}
