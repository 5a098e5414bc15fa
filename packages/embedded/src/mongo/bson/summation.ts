import { Int32 } from 'bson';
import type { Decimal128 } from 'bson';
import { calculate, divide } from './arithmetic.ts';
import { toDecimal } from './decimal.ts';
import { isDecimal, isInt32, isNumeric } from './value.ts';
import type { Maybe, Numeric } from './value.ts';

const longMax = 2n ** 63n - 1n;
const longMin = -(2n ** 63n);

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
    const sum = this.#double + value;
    const part = sum - this.#double;
    this.#lost += this.#double - (sum - part) + (value - part);
    this.#double = sum;
  }

  #real(): number {
    const corrected = this.#double + this.#lost;
    return Number.isNaN(corrected) ? this.#double : corrected;
  }

  total(): Numeric {
    if (this.#decimal) {
      const rest = [toDecimal(this.#integers), toDecimal(this.#hasDouble ? this.#real() : new Int32(0))];
      return rest.reduce<Numeric>((a, b) => calculate('add', { a, b }, 'double'), this.#decimal);
    }
    if (this.#hasDouble) return this.#real() + Number(this.#integers);
    if (!this.#hasLong && this.#integers === BigInt.asIntN(32, this.#integers)) return new Int32(Number(this.#integers));
    return this.#integers <= longMax && this.#integers >= longMin ? this.#integers : Number(this.#integers);
  }

  /** Null when nothing was added. */
  average(): Numeric | null {
    return this.#count === 0 ? null : divide(this.total(), new Int32(this.#count));
  }
}
