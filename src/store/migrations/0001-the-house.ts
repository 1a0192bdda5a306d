/** The first schema: every table of a case starts its key with the office; everything a person said or did is in one sealed column a row. */
const caseTables = ['account', 'account_addition', 'assessment', 'authority', 'case_card', 'consent', 'contradiction_note', 'custody_period', 'earlier_version', 'exhibit', 'fact', 'filing_event', 'finding', 'paper', 'paper_note', 'person'] as const

/** A row of a case: opaque ids, workflow, and the sealed rest. hour = rounded, so that the exact time of an act is not in the clear. */
const caseTable = (name: string, more: readonly string[] = []): string => `create table ${name} (
  office_id uuid not null,
  ${name}_id uuid not null,
  case_id uuid not null,
  row_version integer not null default 1,
  key_version integer not null,
  created_hour timestamptz not null,
  sealed bytea not null,
  ${[...more, `constraint ${name}_key primary key (office_id, ${name}_id)`, `constraint ${name}_of_case foreign key (office_id, case_id) references case_file (office_id, case_id)`].join(',\n  ')}
)`

/** Drafts, release and the second person: self-approval fails in the database, whatever the application thinks. */
const paperColumns = [
  "status text not null default 'draft' constraint paper_status check (status in ('draft', 'asked', 'released'))",
  'draft_number integer not null',
  'author_id uuid not null',
  'asked_by uuid', 'asked_session uuid', 'asked_authenticator text',
  'released_by uuid', 'released_session uuid', 'released_authenticator text',
  'released_at timestamptz', 'hash text',
  "constraint paper_two_people check (status <> 'released' or (released_by is not null and asked_by is not null and released_by <> asked_by and released_by <> author_id and released_session <> asked_session and released_authenticator <> asked_authenticator and hash is not null))",
]

const tables: readonly string[] = [
  'create table migration (version integer constraint migration_key primary key, applied_at timestamptz not null)',
  'create table vault_record (vault_record_id integer constraint vault_record_key primary key, record jsonb not null)',
  `create table office (office_id uuid not null constraint office_key primary key, example boolean not null, row_version integer not null default 1, sealed bytea not null)`,
  `create table member (office_id uuid not null, member_id uuid not null, roles text[] not null, active boolean not null default true, row_version integer not null default 1, sealed bytea not null, constraint member_key primary key (office_id, member_id))`,
  // login token → member: unique everywhere, so it lives in a small reference table (rule 3).
  `create table sign_in (sign_in_token bytea constraint sign_in_key primary key, office_id uuid not null, member_id uuid not null, failures integer not null default 0, blocked_until timestamptz)`,
  `create table session (session_id uuid constraint session_key primary key, token_hash bytea not null constraint session_token unique, office_id uuid not null, member_id uuid not null, authenticator text not null, created_at timestamptz not null, seen_at timestamptz not null, proved_at timestamptz not null)`,
  `create table invitation (token_hash bytea constraint invitation_key primary key, office_id uuid not null, member_id uuid not null, expires_at timestamptz not null)`,
  `create table calendar_feed (token_hash bytea constraint calendar_feed_key primary key, office_id uuid not null, member_id uuid not null, created_hour timestamptz not null)`,
  `create table case_file (office_id uuid not null, case_id uuid not null, row_version integer not null default 1, key_version integer not null, created_hour timestamptz not null, sealed bytea not null, constraint case_file_key primary key (office_id, case_id))`,
  `create table case_key_wrap (office_id uuid not null, case_id uuid not null, version integer not null, recipient_kind text not null constraint case_key_wrap_kind check (recipient_kind in ('org', 'member', 'age')), recipient_id text not null, wrapped bytea not null, constraint case_key_wrap_key primary key (office_id, case_id, version, recipient_kind, recipient_id))`,
  `create table case_grant (office_id uuid not null, case_id uuid not null, member_id uuid not null, role text not null constraint case_grant_role check (role in ('lead', 'member', 'reader', 'interpreter')), account_id uuid, until timestamptz, given_by uuid not null, constraint case_grant_key primary key (office_id, case_id, member_id))`,
  `create index case_grant_by_member on case_grant (office_id, member_id)`,
  caseTable('person', ['batch_id uuid']),
  caseTable('authority', ['recorded_by uuid not null', 'confirmed_by uuid', 'withdrawn_on date', 'constraint authority_two_people check (confirmed_by is null or confirmed_by <> recorded_by)']),
  caseTable('consent', ['withdrawn_on date']),
  caseTable('custody_period'),
  caseTable('account', ['attested_at timestamptz', 'attested_by uuid']),
  caseTable('account_addition', ['account_id uuid not null', "kind text not null constraint account_addition_kind check (kind in ('correction', 'translation', 'sealed-span'))"]),
  caseTable('fact', ['number integer not null', 'removed_hour timestamptz', 'constraint fact_number unique (office_id, case_id, number)']),
  caseTable('contradiction_note'),
  caseTable('exhibit', ['number integer not null', 'padded_bytes bigint not null']),
  caseTable('assessment', ['pack_version text not null', 'as_of date not null']),
  caseTable('finding', ['found_by uuid not null', 'reviewed_by uuid', 'constraint finding_second_person check (reviewed_by is null or reviewed_by <> found_by)']),
  caseTable('paper', paperColumns),
  caseTable('paper_note', ['paper_id uuid not null', "kind text not null constraint paper_note_kind check (kind in ('strike', 'word', 'explain'))", 'constraint paper_note_of_paper foreign key (office_id, paper_id) references paper (office_id, paper_id)']),
  caseTable('filing_event', ['paper_id uuid not null', 'kind text not null', 'on_day date not null', 'constraint filing_event_of_paper foreign key (office_id, paper_id) references paper (office_id, paper_id)']),
  caseTable('case_card'),
  caseTable('earlier_version', ['noun text not null', 'noun_id uuid not null', 'noun_version integer not null', 'changed_by uuid not null']),
  // A possible match in a case that the searcher may not open: its lead is asked, the searcher learns nothing.
  `create table lead_question (office_id uuid not null, lead_question_id uuid not null, case_id uuid not null, asked_by uuid not null, created_hour timestamptz not null, key_version integer not null, row_version integer not null default 1, sealed bytea not null, answered_hour timestamptz, constraint lead_question_key primary key (office_id, lead_question_id))`,
  `create table audit_entry (office_id uuid not null, seq bigint not null, case_id uuid, entry text not null, hash bytea not null, details bytea, constraint audit_entry_key primary key (office_id, seq))`,
  `create index audit_entry_by_case on audit_entry (office_id, case_id, seq)`,
  `create table audit_head (office_id uuid not null constraint audit_head_key primary key, seq bigint not null, hash bytea not null, peaks bytea not null, note text)`,
  ...caseTables.map((name) => `create index ${name}_by_case on ${name} (office_id, case_id)`),
]

const functions: readonly string[] = [
  `create function app_office() returns uuid language sql stable as $$ select nullif(current_setting('app.office_ids', true), '')::uuid $$`,
  `create function app_member() returns uuid language sql stable as $$ select nullif(current_setting('app.member_id', true), '')::uuid $$`,
  // The only place that names the actor. SET LOCAL reaches Citus workers where set_config does not (rule 6).
  `create function app_act(office uuid, member uuid) returns void language plpgsql as $$ begin
     execute format('set local app.office_ids = %L', coalesce(office::text, ''));
     execute format('set local app.member_id = %L', coalesce(member::text, ''));
   end $$`,
  `create function on_case(office uuid, the_case uuid) returns boolean language sql stable as $$
     select office = app_office() and exists (select 1 from case_grant g where g.office_id = office and g.case_id = the_case and g.member_id = app_member() and g.role <> 'interpreter' and (g.until is null or g.until > now())) $$`,
  `create function may_reach_account(office uuid, the_case uuid, the_account uuid) returns boolean language sql stable as $$
     select office = app_office() and exists (select 1 from case_grant g where g.office_id = office and g.case_id = the_case and g.member_id = app_member() and (g.role <> 'interpreter' or g.account_id = the_account) and (g.until is null or g.until > now())) $$`,
  // Grants of others are read only through these, and only by somebody who is on the case; they run as a role that owns nothing else.
  `create function case_team(office uuid, the_case uuid) returns table (member_id uuid, role text, account_id uuid, until timestamptz) language sql stable security definer set search_path = pg_catalog, public as $$
     select g.member_id, g.role, g.account_id, g.until from public.case_grant g
     where g.office_id = office and office = public.app_office() and g.case_id = the_case
       and exists (select 1 from public.case_grant mine where mine.office_id = office and mine.case_id = the_case and mine.member_id = public.app_member() and (mine.until is null or mine.until > now())) $$`,
  `create function change_team(office uuid, the_case uuid, whom uuid, new_role text, the_account uuid, ends timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
     declare leads boolean; exists_already boolean; begin
       if office is distinct from public.app_office() or public.app_member() is null then return false; end if;
       select exists (select 1 from public.case_grant g where g.office_id = office and g.case_id = the_case) into exists_already;
       select exists (select 1 from public.case_grant g where g.office_id = office and g.case_id = the_case and g.member_id = public.app_member() and g.role = 'lead' and (g.until is null or g.until > now())) into leads;
       if exists_already and not leads then return false; end if;
       if new_role is null then
         delete from public.case_grant g where g.office_id = office and g.case_id = the_case and g.member_id = whom;
       else
         insert into public.case_grant (office_id, case_id, member_id, role, account_id, until, given_by) values (office, the_case, whom, new_role, the_account, ends, public.app_member())
         on conflict (office_id, case_id, member_id) do update set role = excluded.role, account_id = excluded.account_id, until = excluded.until, given_by = excluded.given_by;
       end if;
       return true;
     end $$`,
  // Who leaves loses every grant; where they alone led, the successor leads. An administrator's act that opens no case.
  `create function end_grants(office uuid, whom uuid, successor uuid) returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
     declare ended integer; begin
       if office is distinct from public.app_office() or public.app_member() is null then return 0; end if;
       if successor is not null then
         insert into public.case_grant (office_id, case_id, member_id, role, account_id, until, given_by)
         select g.office_id, g.case_id, successor, 'lead', null, null, public.app_member() from public.case_grant g where g.office_id = office and g.member_id = whom and g.role = 'lead'
         on conflict (office_id, case_id, member_id) do update set role = 'lead', until = null, account_id = null;
       end if;
       delete from public.case_grant g where g.office_id = office and g.member_id = whom;
       get diagnostics ended = row_count;
       return ended;
     end $$`,
]

const policies: readonly string[] = [
  `create policy own_count on migration for select to article33_owner using (true)`,
  `create policy own_grants on case_grant for select to article33_app using (office_id = app_office() and member_id = app_member())`,
  `create policy team on case_grant for all to article33_team using (true) with check (true)`,
  `create policy of_office on office for all to article33_app using (office_id = app_office()) with check (office_id = app_office())`,
  `create policy of_office on member for all to article33_app using (office_id = app_office()) with check (office_id = app_office())`,
  `create policy of_office on audit_entry for all to article33_app using (office_id = app_office()) with check (office_id = app_office())`,
  `create policy of_office on audit_head for all to article33_app using (office_id = app_office()) with check (office_id = app_office())`,
  // Before anybody is known a token has to be looked up: these rows hold hashes and ids only.
  ...['sign_in', 'session', 'invitation', 'calendar_feed', 'vault_record', 'migration'].map((name) => `create policy by_token on ${name} for all to article33_app using (true) with check (true)`),
  `create policy reach on case_file for select to article33_app using (may_reach_account(office_id, case_id, (select g.account_id from case_grant g where g.office_id = case_file.office_id and g.case_id = case_file.case_id and g.member_id = app_member())))`,
  `create policy change on case_file for update to article33_app using (on_case(office_id, case_id)) with check (on_case(office_id, case_id))`,
  `create policy begin on case_file for insert to article33_app with check (office_id = app_office() and on_case(office_id, case_id))`,
  `create policy reach on case_key_wrap for select to article33_app using (may_reach_account(office_id, case_id, (select g.account_id from case_grant g where g.office_id = case_key_wrap.office_id and g.case_id = case_key_wrap.case_id and g.member_id = app_member())))`,
  `create policy begin on case_key_wrap for insert to article33_app with check (office_id = app_office() and on_case(office_id, case_id))`,
  ...caseTables.filter((name) => name !== 'account' && name !== 'account_addition').map((name) => `create policy on_case on ${name} for all to article33_app using (on_case(office_id, case_id)) with check (on_case(office_id, case_id))`),
  ...['account', 'account_addition'].map((name) => `create policy reach on ${name} for all to article33_app using (may_reach_account(office_id, case_id, account_id)) with check (may_reach_account(office_id, case_id, account_id))`),
  `create policy lead_reads on lead_question for select to article33_app using (on_case(office_id, case_id))`,
  `create policy lead_answers on lead_question for update to article33_app using (on_case(office_id, case_id)) with check (on_case(office_id, case_id))`,
  `create policy anyone_asks on lead_question for insert to article33_app with check (office_id = app_office() and asked_by = app_member())`,
]

const every = ['account', 'account_addition', 'assessment', 'audit_entry', 'audit_head', 'authority', 'calendar_feed', 'case_card', 'case_file', 'case_grant', 'case_key_wrap', 'consent', 'contradiction_note', 'custody_period', 'earlier_version', 'exhibit', 'fact', 'filing_event', 'finding', 'invitation', 'lead_question', 'member', 'migration', 'office', 'paper', 'paper_note', 'person', 'session', 'sign_in', 'vault_record']

const rights: readonly string[] = [
  ...every.flatMap((name) => [`alter table ${name} enable row level security`, `alter table ${name} force row level security`]),
  // Backup and restore read and insert every row, ciphertext as it stands; they cannot change or delete one.
  ...every.map((name) => `create policy keeper on ${name} for all to article33_keeper using (true) with check (true)`),
  `grant select, insert on all tables in schema public to article33_keeper`,
  // The name index after unsealing: reads sealed persons and their keys, nothing else.
  `create policy index_reads on person for select to article33_index using (true)`,
  `create policy index_reads on case_key_wrap for select to article33_index using (true)`,
  `create policy index_reads on case_file for select to article33_index using (true)`,
  `grant select on person, case_key_wrap, case_file to article33_index`,
  `grant select, insert, update on account, assessment, authority, case_card, case_file, consent, contradiction_note, custody_period, exhibit, fact, finding, member, office, paper, person, sign_in, session, lead_question, audit_head, vault_record to article33_app`,
  `grant select, insert on account_addition, audit_entry, case_key_wrap, earlier_version, filing_event, paper_note, invitation, calendar_feed, migration to article33_app`,
  `grant delete on session, invitation, calendar_feed, person to article33_app`,
  `grant select on case_grant to article33_app`,
  `grant select, insert, update, delete on case_grant to article33_team`,
  `alter function case_team(uuid, uuid) owner to article33_team`,
  `alter function change_team(uuid, uuid, uuid, text, uuid, timestamptz) owner to article33_team`,
  `alter function end_grants(uuid, uuid, uuid) owner to article33_team`,
  `revoke execute on all functions in schema public from public`,
  `grant execute on all functions in schema public to article33_app`,
  `grant execute on function app_office(), app_member(), app_act(uuid, uuid) to article33_team, article33_keeper, article33_index`,
]

export const statements: readonly string[] = [...tables, ...functions, ...policies, ...rights]
