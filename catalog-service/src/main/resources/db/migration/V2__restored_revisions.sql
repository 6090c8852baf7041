alter table revision drop constraint revision_cause_check;
alter table revision add constraint revision_cause_check check (cause in ('SHIPPED', 'DRAFT', 'RESTORED'));
comment on column revision.cause is 'Whether it came with an upgrade of Demarc, from a draft of the organisation, or is the one before once more, since the database was restored';
