import { Int32 } from 'bson';
import type { Decimal128 } from 'bson';
import { calculate, divide } from './arithmetic.ts';
import { toDecimal } from './decimal.ts';
import { isDecimal, isInt32, isNumeric } from './value.ts';
import type { Maybe, Numeric } from './value.ts';

const longMax = 2n ** 63n - 1n;
const longMin = -(2n ** 63n);

/** The rounded sum and what rounding lost (Knuth, The Art of Computer Programming, volume 2, 4.2.2). */
function twoSum(a: number, b: number): { sum: number; lost: number } {
  const sum = a + b;
  const part = sum - a;
  return { sum, lost: a - (sum - part) + (b - part) };
}

/**
 * A sum as MongoDB keeps it: integers exactly, doubles with the error of each addition carried along (Knuth's TwoSum, so that ten times
 * 0.1 is 1), decimals as decimals. The result has the widest type that was added.
 */
export class Summation {
  #integers = 0n;
  #double = 0;
  #lost = 0;
  #decimal: Decimal128 | undefined;
  #count = 0;
  #hasDouble = false;
  #hasLong = false;

  /** Adds a number; anything else is left out. */
  add(value: Maybe): void {
    if (!isNumeric(value)) return;
    this.#count += 1;
    if (isDecimal(value)) this.#addDecimal(value);
    else if (typeof value === 'number') this.#addDouble(value);
    else this.#addInteger(value);
  }

  #addInteger(value: bigint | Int32): void {
    this.#hasLong ||= !isInt32(value);
    this.#integers += isInt32(value) ? BigInt(value.value) : value;
  }

  #addDecimal(value: Decimal128): void {
    const sum = this.#decimal ? calculate('add', { a: this.#decimal, b: value }, 'double') : value;
    this.#decimal = toDecimal(sum);
  }

  #addDouble(value: number): void {
    this.#hasDouble = true;
    const { sum, lost } = twoSum(this.#double, value);
    this.#double = sum;
    this.#lost += lost;
  }

  /** The doubles and the integers together; of an integer beyond 2^53 the low part is added on its own. */
  #real(): number {
    const high = Number(this.#integers);
    const { sum, lost } = twoSum(this.#double, high);
    const corrected = sum + (this.#lost + lost + Number(this.#integers - BigInt(high)));
    return Number.isNaN(corrected) ? sum : corrected;
  }

  total(): Numeric {
    if (this.#decimal) {
      const rest = this.#hasDouble ? this.#real() : this.#integers;
      return calculate('add', { a: this.#decimal, b: toDecimal(rest) }, 'double');
    }
    if (this.#hasDouble) return this.#real();
    if (!this.#hasLong && this.#integers === BigInt.asIntN(32, this.#integers))
      return new Int32(Number(this.#integers));
    return this.#integers <= longMax && this.#integers >= longMin ? this.#integers : Number(this.#integers);
  }

  /** Null when nothing was added. */
  average(): Numeric | null {
    return this.#count === 0 ? null : divide(this.total(), new Int32(this.#count));
  }
}
