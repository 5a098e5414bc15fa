import type { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { FieldDef, QueryArrayConfig, QueryArrayResult } from 'pg';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** pg_type's oid of `"char"`, the one-byte type of the system catalogues. */
const CHAR = 18;
const TEXT = 25;
/** Types of the system catalogues that adapter-pg refuses: name, regproc, regclass, name[], int2vector, oidvector. */
const READ_AS: Readonly<Record<number, number>> = {
  19: 25,
  24: 25,
  2205: 25,
  1003: 1009,
  22: 1005,
  30: 1028,
  [CHAR]: TEXT,
};

/**
 * Lets an adapter read the types that PostgreSQL's system catalogues are made of; the engine wants `"char"` as Character.
 * Each query gets its own view of the adapter, so that overlapping queries cannot mix their columns up.
 */
export function readSystemTypes(adapter: PgAdapter): void {
  const { queryRaw } = adapter;
  const pool = adapter.underlyingDriver();
  adapter.queryRaw = async (query) => {
    const characters: number[] = [];
    const client = {
      async query(config: QueryArrayConfig): Promise<QueryArrayResult> {
        const result = await pool.query(config);
        result.fields.forEach((field, column) => {
          if (field.dataTypeID === CHAR) characters.push(column);
        });
        return { ...result, rows: result.rows, rowCount: result.rowCount, fields: result.fields.map(asKnownType) };
      },
    };
    const answer = await queryRaw.call(Object.create(adapter, { client: { value: client } }) as PgAdapter, query);
    for (const column of characters) answer.columnTypes[column] = ColumnTypeEnum.Character;
    return answer;
  };
}

function asKnownType(field: FieldDef): FieldDef {
  return { ...field, name: field.name, dataTypeID: READ_AS[field.dataTypeID] ?? field.dataTypeID };
}
