import { Migration } from "@mikro-orm/migrations";

/** The first tables, in words that SQLite and PostgreSQL share. */
export class FirstTables extends Migration {
  override up(): void {
    this.addSql(`create table interview (
      id text not null primary key, code_hash text not null, ruleset_hash text not null, key_date text not null,
      sequence integer not null, head text not null, facts text not null,
      created_at bigint not null, opened_at bigint not null, expires_at bigint not null,
      row_digest text not null, version integer not null default 1
    )`);
    this.addSql("create unique index interview_code_hash_unique on interview (code_hash)");
    this.addSql("create index interview_expires_at_index on interview (expires_at)");
    this.addSql(`create table event (
      interview text not null, sequence integer not null, idempotency_key text not null,
      payload text null, salt text null, payload_digest text not null, previous_hash text not null, hash text not null,
      created_at bigint not null, primary key (interview, sequence)
    )`);
    this.addSql("create unique index event_interview_idempotency_key_unique on event (interview, idempotency_key)");
    this.addSql(`create table receipt (
      interview text not null, sequence integer not null, bytes text not null, digest text not null,
      created_at bigint not null, primary key (interview, sequence)
    )`);
    this.addSql(`create table published_ruleset (
      number integer not null primary key, hash text not null, status text not null, origin text not null,
      content text not null, schema_version integer not null, effective_from text not null, published_at bigint not null
    )`);
    this.addSql("create index published_ruleset_hash_index on published_ruleset (hash)");
  }
}
