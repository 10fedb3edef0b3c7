import { Migration } from "@mikro-orm/migrations";

/** A state of an interview keeps a receipt for each result it was given: another version of the steps may give another one. */
export class ReceiptForEachResult extends Migration {
  override up(): void {
    // Both databases know this way of changing a primary key.
    this.addSql("alter table receipt rename to receipt_before");
    this.addSql(`create table receipt (
      interview text not null, sequence integer not null, bytes text not null, digest text not null,
      created_at bigint not null, primary key (interview, sequence, digest)
    )`);
    this.addSql("insert into receipt (interview, sequence, bytes, digest, created_at) select interview, sequence, bytes, digest, created_at from receipt_before");
    this.addSql("drop table receipt_before");
  }
}
