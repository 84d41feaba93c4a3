-- Case data of ReportEngine. One CSV a table is imported into these tables; reports only read them.
--
-- Conventions the importer relies on:
--   *_at, at              instant, UTC, from 2000 to 2099, written 2025-07-24T18:59:59Z
--   *_on, *_from, *_to    calendar date, from 1900 to 2099, written 2025-07-24; *_from inclusive, *_to exclusive
--   INTEGER, REAL         at most 10000000000 and 1e15 (ImportValues), so that no sum can overflow; keys apart
--   CHECK (c IN (...))    the whole list of codes column c may hold
--   supersedes_*          the one row of the same table that this row corrects, of the same case: equal in every
--                         required reference and free text (TableSchema.Case). One correction a row, no circles.
--   recorded_at           when the row reached the register; a past cut-off sees only rows recorded by then
-- Rows are never changed: a later fact is a new row, a correction names the row it supersedes.
-- No handle, name, URL or telephone number of an account has a place in this file.

PRAGMA application_id = 1380275527; -- 'REPG'
PRAGMA user_version = 2;

-- ---------------------------------------------------------------- the data set itself

CREATE TABLE dataset (
    dataset_id    TEXT PRIMARY KEY,
    title         TEXT NOT NULL,
    office        TEXT NOT NULL,              -- who answers for the figures
    contact       TEXT NOT NULL,
    baseline_on   TEXT NOT NULL,              -- cumulative figures count from this day
    extracted_at  TEXT NOT NULL,              -- nothing may be recorded later; the default cut-off
    invented      INTEGER NOT NULL CHECK (invented IN (0, 1))  -- 1: every output says so
) STRICT;

-- ---------------------------------------------------------------- reference

CREATE TABLE platform (
    platform_id   TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    owner         TEXT NOT NULL,
    active_from   TEXT,
    active_to     TEXT
) STRICT;

CREATE TABLE service (
    service_id    TEXT PRIMARY KEY,
    platform_id   TEXT NOT NULL REFERENCES platform,
    name          TEXT NOT NULL
) STRICT;

CREATE TABLE subject_type (
    subject_type  TEXT PRIMARY KEY,
    label         TEXT NOT NULL,
    is_account    INTEGER NOT NULL CHECK (is_account IN (0, 1))  -- account, page, channel, group
) STRICT;

CREATE TABLE outcome_code (
    outcome_code  TEXT PRIMARY KEY,
    label_en      TEXT NOT NULL,
    label_ur      TEXT NOT NULL,
    is_final      INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    is_actioned   INTEGER NOT NULL CHECK (is_actioned IN (0, 1)),
    pta_class     TEXT NOT NULL CHECK (pta_class IN ('blocked', 'accessible', 'rejected', 'excluded')),
    sort_order    INTEGER NOT NULL
) STRICT;

CREATE TABLE basis_code (
    basis         TEXT PRIMARY KEY,
    label         TEXT NOT NULL,
    is_binding    INTEGER NOT NULL CHECK (is_binding IN (0, 1))
) STRICT;

CREATE TABLE legal_ground (
    ground_code   TEXT PRIMARY KEY,
    statute       TEXT NOT NULL,
    section       TEXT NOT NULL,
    label         TEXT NOT NULL,
    valid_from    TEXT,
    valid_to      TEXT
) STRICT;

CREATE TABLE detection_source (
    detection_source TEXT PRIMARY KEY,
    label         TEXT NOT NULL,
    is_automated  INTEGER NOT NULL CHECK (is_automated IN (0, 1))
) STRICT;

CREATE TABLE agency (
    agency_id     TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('requesting', 'issuing', 'both', 'reporting')),
    province      TEXT,
    valid_from    TEXT,
    valid_to      TEXT
) STRICT;

CREATE TABLE organisation (
    org_id        TEXT PRIMARY KEY,
    name          TEXT NOT NULL
) STRICT;

CREATE TABLE organisation_alias (
    alias_id      INTEGER PRIMARY KEY,
    org_id        TEXT NOT NULL REFERENCES organisation,
    alias         TEXT NOT NULL,
    lang          TEXT NOT NULL CHECK (lang IN ('en', 'ur')),
    valid_from    TEXT
) STRICT;

CREATE TABLE designation_list (
    list_id       TEXT PRIMARY KEY,
    jurisdiction  TEXT NOT NULL CHECK (jurisdiction IN ('PK', 'UN', 'US', 'UK')),
    name          TEXT NOT NULL
) STRICT;

-- One row: an organisation on one list from one day. verified_on is empty while nobody has seen a source.
CREATE TABLE designation (
    designation_id TEXT PRIMARY KEY,
    org_id        TEXT NOT NULL REFERENCES organisation,
    list_id       TEXT NOT NULL REFERENCES designation_list,
    ref_no        TEXT,
    effective_from TEXT NOT NULL,
    effective_to  TEXT,
    source_url    TEXT,
    verified_by   TEXT,
    verified_on   TEXT
) STRICT;

CREATE TABLE statutory_limit (
    limit_id      TEXT PRIMARY KEY,
    basis         TEXT NOT NULL REFERENCES basis_code,
    hours         INTEGER NOT NULL CHECK (hours > 0),
    instrument    TEXT NOT NULL,
    valid_from    TEXT NOT NULL,
    valid_to      TEXT,
    source_url    TEXT
) STRICT;

-- ---------------------------------------------------------------- National Action Plan

CREATE TABLE nap_plan (
    plan_id       TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    adopted_on    TEXT,
    source_url    TEXT
) STRICT;

CREATE TABLE nap_point (
    point_id      TEXT PRIMARY KEY,
    plan_id       TEXT NOT NULL REFERENCES nap_plan,
    number        INTEGER NOT NULL,
    short_text    TEXT,
    domain        TEXT CHECK (domain IN ('kinetic', 'non-kinetic')),
    text_status   TEXT NOT NULL CHECK (text_status IN ('paraphrased', 'unverified')),
    concerns_online INTEGER NOT NULL CHECK (concerns_online IN (0, 1)),
    source_ref    TEXT
) STRICT;

-- metric_id names a figure of the catalogue; empty: the value comes from returns (nap_value).
CREATE TABLE nap_indicator (
    indicator_id  TEXT PRIMARY KEY,
    point_id      TEXT NOT NULL REFERENCES nap_point,
    name          TEXT NOT NULL,
    type          TEXT NOT NULL CHECK (type IN ('output', 'result', 'impact')),
    unit          TEXT NOT NULL CHECK (unit IN ('count', 'share')),
    unit_description TEXT NOT NULL,
    metric_id     TEXT,
    direction     TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    owner_agency_id TEXT NOT NULL REFERENCES agency
) STRICT;

-- green, amber, red: least progress to target, in per cent, for Green, Green-Amber, Amber-Red; below red is Red.
CREATE TABLE nap_target (
    target_id     TEXT PRIMARY KEY,
    indicator_id  TEXT NOT NULL REFERENCES nap_indicator,
    baseline_value REAL NOT NULL,
    baseline_on   TEXT NOT NULL,
    target_value  REAL NOT NULL,
    target_on     TEXT NOT NULL,
    green         REAL NOT NULL,
    amber         REAL NOT NULL,
    red           REAL NOT NULL
) STRICT;

-- A unit that owes a return for an indicator every quarter.
CREATE TABLE nap_reporting_unit (
    unit_id       TEXT PRIMARY KEY,
    indicator_id  TEXT NOT NULL REFERENCES nap_indicator,
    agency_id     TEXT NOT NULL REFERENCES agency,
    due_from      TEXT NOT NULL
) STRICT;

CREATE TABLE nap_value (
    value_id      INTEGER PRIMARY KEY,
    indicator_id  TEXT NOT NULL REFERENCES nap_indicator,
    agency_id     TEXT NOT NULL REFERENCES agency,
    quarter       TEXT NOT NULL,              -- 2025-Q3
    value         REAL NOT NULL,
    recorded_at   TEXT NOT NULL,
    supersedes_value_id INTEGER REFERENCES nap_value
) STRICT;

CREATE TABLE nap_milestone (
    milestone_id  TEXT PRIMARY KEY,
    point_id      TEXT NOT NULL REFERENCES nap_point,
    title         TEXT NOT NULL,
    owner_agency_id TEXT NOT NULL REFERENCES agency,
    due_on        TEXT NOT NULL
) STRICT;

CREATE TABLE nap_milestone_event (
    milestone_event_id INTEGER PRIMARY KEY,
    milestone_id  TEXT NOT NULL REFERENCES nap_milestone,
    at            TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('started', 'done', 'cancelled')),
    recorded_at   TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------- cases

CREATE TABLE subject (
    subject_id    INTEGER PRIMARY KEY,
    service_id    TEXT NOT NULL REFERENCES service,
    subject_type  TEXT NOT NULL REFERENCES subject_type,
    org_id        TEXT NOT NULL REFERENCES organisation,
    first_seen_at TEXT NOT NULL,              -- the account came to anybody's notice
    first_detected_at TEXT NOT NULL,          -- it was held to be a proscribed organisation's; never before it was seen
    detection_source TEXT NOT NULL REFERENCES detection_source,
    detector_version TEXT,
    language      TEXT,
    country_hint  TEXT,
    followers_at_referral INTEGER CHECK (followers_at_referral >= 0),  -- empty: not known, never 0
    followers_as_of TEXT,
    attribution_confidence TEXT NOT NULL CHECK (attribution_confidence IN ('possible', 'probable', 'confirmed')),
    recorded_at   TEXT NOT NULL,
    CONSTRAINT seen_before_detected CHECK (first_detected_at >= first_seen_at)
) STRICT;

CREATE TABLE assessment (
    assessment_id INTEGER PRIMARY KEY,
    subject_id    INTEGER NOT NULL REFERENCES subject,
    assessed_at   TEXT NOT NULL,
    analyst_role  TEXT NOT NULL,
    result        TEXT NOT NULL CHECK (result IN ('refer', 'do_not_refer', 'more_information')),
    ground_code   TEXT REFERENCES legal_ground,
    protected_context TEXT NOT NULL CHECK (protected_context IN ('none', 'journalism', 'research', 'news', 'counter_speech')),
    second_reviewer_role TEXT,
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE submission (
    submission_id INTEGER PRIMARY KEY,
    service_id    TEXT NOT NULL REFERENCES service,
    agency_id     TEXT NOT NULL REFERENCES agency,
    issuing_agency_id TEXT NOT NULL REFERENCES agency,
    channel       TEXT NOT NULL CHECK (channel IN ('portal', 'letter', 'email', 'platform_form')),
    basis         TEXT NOT NULL REFERENCES basis_code,
    emergency_reason_code TEXT CHECK (emergency_reason_code IN ('live_attack', 'imminent_threat', 'public_order')),
    submitted_at  TEXT NOT NULL,
    external_ref  TEXT,
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE referral (
    referral_id   INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submission,
    subject_id    INTEGER NOT NULL REFERENCES subject,
    ground_code   TEXT REFERENCES legal_ground,
    designation_id TEXT REFERENCES designation,
    is_repeat_of  INTEGER REFERENCES referral,
    nap_point_id  TEXT REFERENCES nap_point,
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE referral_event (
    event_id      INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral,
    at            TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('ack', 'reminder', 'clarify_open', 'clarify_close', 'decision', 'effect', 'withdrawn')),
    outcome_code  TEXT REFERENCES outcome_code,
    platform_ground TEXT CHECK (platform_ground IN ('law', 'terms', 'unknown')),
    territorial_scope TEXT CHECK (territorial_scope IN ('global', 'PK')),
    effect_source TEXT CHECK (effect_source IN ('platform', 'verified')),
    recorded_at   TEXT NOT NULL,
    supersedes_event_id INTEGER REFERENCES referral_event,
    CONSTRAINT decision_has_outcome CHECK ((kind = 'decision') = (outcome_code IS NOT NULL))
) STRICT;

CREATE TABLE verification (
    verification_id INTEGER PRIMARY KEY,
    subject_id    INTEGER NOT NULL REFERENCES subject,
    checked_at    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('live', 'down', 'geo_down', 'unknown')),
    vantage       TEXT NOT NULL CHECK (vantage IN ('PK', 'non-PK')),
    method        TEXT NOT NULL CHECK (method IN ('manual', 'automated')),
    recorded_at   TEXT NOT NULL
) STRICT;

-- from_subject_id is the newer account: "from is mirror_of to".
CREATE TABLE subject_link (
    link_id       INTEGER PRIMARY KEY,
    from_subject_id INTEGER NOT NULL REFERENCES subject,
    to_subject_id INTEGER NOT NULL REFERENCES subject,
    kind          TEXT NOT NULL CHECK (kind IN ('mirror_of', 'backup_of', 'displaced_to')),
    evidence_code TEXT NOT NULL CHECK (evidence_code IN ('content', 'naming', 'announcement', 'contact_graph')),
    confidence    TEXT NOT NULL CHECK (confidence IN ('possible', 'probable', 'confirmed')),
    decided_at    TEXT NOT NULL,
    decided_role  TEXT NOT NULL,
    recorded_at   TEXT NOT NULL,
    CONSTRAINT links_two_subjects CHECK (to_subject_id <> from_subject_id)
) STRICT;

CREATE TABLE network_block (
    block_id      INTEGER PRIMARY KEY,
    subject_id    INTEGER NOT NULL REFERENCES subject,
    at            TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('ordered', 'effective', 'lifted')),
    ground_code   TEXT NOT NULL REFERENCES legal_ground,
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE data_request (
    udr_id        INTEGER PRIMARY KEY,
    service_id    TEXT NOT NULL REFERENCES service,
    agency_id     TEXT NOT NULL REFERENCES agency,
    type          TEXT NOT NULL CHECK (type IN ('preservation', 'voluntary', 'emergency', 'mla')),
    legal_instrument TEXT NOT NULL,
    sent_at       TEXT NOT NULL,
    preservation_expires_on TEXT,
    accounts_specified INTEGER NOT NULL CHECK (accounts_specified > 0),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE data_request_response (
    response_id   INTEGER PRIMARY KEY,
    udr_id        INTEGER NOT NULL REFERENCES data_request,
    responded_at  TEXT NOT NULL,
    outcome       TEXT NOT NULL CHECK (outcome IN ('full', 'partial', 'refused', 'no_data', 'withdrawn')),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE data_request_subject (
    udr_subject_id INTEGER PRIMARY KEY,
    udr_id        INTEGER NOT NULL REFERENCES data_request,
    subject_id    INTEGER NOT NULL REFERENCES subject
) STRICT;

CREATE TABLE appeal (
    appeal_id     INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral,
    lodged_at     TEXT NOT NULL,
    lodged_by     TEXT NOT NULL CHECK (lodged_by IN ('user', 'platform', 'third_party', 'agency')),
    forum         TEXT NOT NULL CHECK (forum IN ('platform', 'pta', 'tribunal', 'court')),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE appeal_decision (
    decision_id   INTEGER PRIMARY KEY,
    appeal_id     INTEGER NOT NULL REFERENCES appeal,
    decided_at    TEXT NOT NULL,
    result        TEXT NOT NULL CHECK (result IN ('upheld', 'partly', 'reversed', 'omitted')),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE reinstatement (
    reinstatement_id INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral,
    at            TEXT NOT NULL,
    cause         TEXT NOT NULL CHECK (cause IN ('platform_decision', 'review', 'court')),
    appeal_id     INTEGER REFERENCES appeal,
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE quality_audit (
    audit_id      INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral,
    audited_at    TEXT NOT NULL,
    verdict       TEXT NOT NULL CHECK (verdict IN ('correct', 'wrong_target', 'wrong_ground')),
    sample_frame  TEXT NOT NULL CHECK (sample_frame IN ('double_blind', 'complaint', 'internal_review')),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE follow_on (
    follow_on_id  INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral,
    kind          TEXT NOT NULL CHECK (kind IN ('inquiry', 'fir', 'prosecution')),
    at            TEXT NOT NULL,
    recorded_at   TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------- what was asked of platforms

CREATE TABLE platform_ask (
    ask_id        TEXT PRIMARY KEY,
    text          TEXT NOT NULL,
    instrument    TEXT NOT NULL,
    asked_on      TEXT NOT NULL,
    source_url    TEXT,
    verified      INTEGER NOT NULL CHECK (verified IN (0, 1)),
    sort_order    INTEGER NOT NULL
) STRICT;

CREATE TABLE commitment_event (
    commitment_event_id INTEGER PRIMARY KEY,
    ask_id        TEXT NOT NULL REFERENCES platform_ask,
    platform_id   TEXT NOT NULL REFERENCES platform,
    at            TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('none', 'promised', 'partial', 'met', 'withdrawn')),
    evidence_ref  TEXT,
    verified      INTEGER NOT NULL CHECK (verified IN (0, 1)),
    recorded_at   TEXT NOT NULL
) STRICT;

CREATE TABLE platform_selfreport (
    selfreport_id TEXT PRIMARY KEY,
    platform_id   TEXT NOT NULL REFERENCES platform,
    period        TEXT NOT NULL,
    country       TEXT NOT NULL,
    metric        TEXT NOT NULL,
    unit          TEXT NOT NULL,
    value         REAL NOT NULL,
    source_url    TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------- breaks

-- From this day on figures count something else than before: a platform more, another definition of a case.
CREATE TABLE series_break (
    break_id      TEXT PRIMARY KEY,
    metric_id     TEXT,                       -- as in the catalogue of figures; empty: all figures of referrals
    starts_on     TEXT NOT NULL,
    reason        TEXT NOT NULL,
    source_url    TEXT
) STRICT;

CREATE INDEX referral_of_submission ON referral (submission_id);
CREATE INDEX referral_of_subject ON referral (subject_id);
CREATE INDEX event_of_referral ON referral_event (referral_id, kind, at);
CREATE INDEX event_superseded ON referral_event (supersedes_event_id) WHERE supersedes_event_id IS NOT NULL;
CREATE INDEX value_superseded ON nap_value (supersedes_value_id) WHERE supersedes_value_id IS NOT NULL;
CREATE INDEX submission_by_time ON submission (submitted_at);
CREATE INDEX verification_of_subject ON verification (subject_id, checked_at);
CREATE INDEX link_to ON subject_link (to_subject_id);
CREATE INDEX assessment_of_subject ON assessment (subject_id, assessed_at);
CREATE INDEX audit_of_referral ON quality_audit (referral_id);
CREATE INDEX reinstatement_of_referral ON reinstatement (referral_id);
CREATE INDEX decision_of_appeal ON appeal_decision (appeal_id);
CREATE INDEX response_of_request ON data_request_response (udr_id);
CREATE INDEX request_of_subject ON data_request_subject (subject_id);
CREATE INDEX link_from ON subject_link (from_subject_id);
