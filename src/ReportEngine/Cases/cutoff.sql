-- The register as it was known at the cut-off (@known), as temporary tables of this connection.
-- Everything the queries count starts here, so that no query can see a row recorded later.

CREATE TEMP TABLE known_event AS
SELECT e.event_id, e.referral_id, e.at, e.kind, e.outcome_code, e.platform_ground
FROM referral_event e
WHERE e.recorded_at <= @known AND e.at <= @known
  AND NOT EXISTS (SELECT 1 FROM referral_event c
                  WHERE c.supersedes_event_id = e.event_id AND c.recorded_at <= @known);
CREATE INDEX temp.known_event_of ON known_event (referral_id, kind, at);

-- When a platform waited for our clarification: the first question ends with the first answer, the second with the second.
CREATE TEMP TABLE pause AS
SELECT o.referral_id, o.number, o.at AS opened_at, c.at AS closed_at
FROM (SELECT referral_id, at, row_number() OVER (PARTITION BY referral_id ORDER BY at, event_id) AS number
      FROM known_event WHERE kind = 'clarify_open') o
LEFT JOIN (SELECT referral_id, at, row_number() OVER (PARTITION BY referral_id ORDER BY at, event_id) AS number
           FROM known_event WHERE kind = 'clarify_close') c ON c.referral_id = o.referral_id AND c.number = o.number;
CREATE INDEX temp.pause_of ON pause (referral_id);

CREATE TEMP TABLE known_subject AS
SELECT s.subject_id, v.platform_id AS platform, s.subject_type, t.is_account, s.org_id AS organisation,
       s.detection_source AS detection, s.detector_version, s.first_seen_at, s.first_detected_at,
       s.language, s.country_hint, s.followers_at_referral AS followers
FROM subject s
JOIN service v ON v.service_id = s.service_id
JOIN subject_type t ON t.subject_type = s.subject_type
WHERE s.recorded_at <= @known AND s.first_seen_at <= @known;
CREATE UNIQUE INDEX temp.known_subject_key ON known_subject (subject_id);

-- Which account came after which, by an analyst's judgement that is at least probable.
CREATE TEMP TABLE known_link AS
SELECT k.link_id, k.from_subject_id, k.to_subject_id, k.kind, k.confidence
FROM subject_link k
WHERE k.recorded_at <= @known AND k.decided_at <= @known AND k.confidence IN ('probable', 'confirmed');
CREATE INDEX temp.known_link_to ON known_link (to_subject_id);
CREATE INDEX temp.known_link_from ON known_link (from_subject_id);

CREATE TEMP TABLE state AS
SELECT r.referral_id, r.submission_id, r.subject_id, r.is_repeat_of IS NOT NULL AS is_repeat,
       r.ground_code AS ground, r.designation_id,
       m.submitted_at, date(m.submitted_at, '+5 hours') AS submitted_on, m.basis, m.agency_id AS agency,
       s.platform, s.subject_type, s.is_account, s.organisation, s.detection, s.followers, s.first_detected_at,
       (SELECT min(e.at) FROM known_event e WHERE e.referral_id = r.referral_id AND e.kind = 'ack') AS acknowledged_at,
       (SELECT min(e.at) FROM known_event e WHERE e.referral_id = r.referral_id AND e.kind = 'decision') AS responded_at,
       (SELECT min(e.at) FROM known_event e WHERE e.referral_id = r.referral_id AND e.kind = 'withdrawn') AS withdrawn_at,
       (SELECT min(e.at) FROM known_event e WHERE e.referral_id = r.referral_id AND e.kind = 'effect') AS effect_recorded_at,
       -- The first check that found it down: stands in where nobody recorded when an action took effect.
       (SELECT min(v.checked_at) FROM verification v
        WHERE v.subject_id = r.subject_id AND v.checked_at >= m.submitted_at AND v.checked_at <= @known
          AND v.recorded_at <= @known AND v.state IN ('down', 'geo_down')) AS down_at,
       (SELECT e.outcome_code FROM known_event e WHERE e.referral_id = r.referral_id AND e.kind = 'decision'
        ORDER BY e.at DESC, e.event_id DESC LIMIT 1) AS decided
FROM referral r
JOIN submission m ON m.submission_id = r.submission_id
JOIN known_subject s ON s.subject_id = r.subject_id
WHERE r.recorded_at <= @known AND m.recorded_at <= @known AND m.submitted_at <= @known;

-- Which jurisdictions listed an organisation on the day of the referral: 'PK+UN+UK'. A listing nobody has seen a
-- source for carries a question mark, as in 'PK+UK+US?', and is printed as not confirmed.
CREATE TEMP TABLE jurisdiction_order (jurisdiction TEXT PRIMARY KEY, sort_order INTEGER);
INSERT INTO jurisdiction_order VALUES ('PK', 1), ('UN', 2), ('US', 3), ('UK', 4);

CREATE TEMP TABLE coverage AS
SELECT organisation, submitted_on, group_concat(mark, '+' ORDER BY sort_order) AS coverage
FROM (SELECT q.organisation, q.submitted_on, x.sort_order,
             l.jurisdiction || CASE WHEN max(d.verified_on IS NOT NULL) = 1 THEN '' ELSE '?' END AS mark
      FROM (SELECT DISTINCT organisation, submitted_on FROM state) q
      JOIN designation d ON d.org_id = q.organisation AND d.effective_from <= q.submitted_on
                        AND (d.effective_to IS NULL OR d.effective_to > q.submitted_on)
      JOIN designation_list l ON l.list_id = d.list_id
      JOIN jurisdiction_order x ON x.jurisdiction = l.jurisdiction
      GROUP BY q.organisation, q.submitted_on, l.jurisdiction, x.sort_order)
GROUP BY organisation, submitted_on;
CREATE UNIQUE INDEX temp.coverage_key ON coverage (organisation, submitted_on);

-- A clock stops at whichever end came first. What we took back before any decision is withdrawn, whatever the platform
-- did afterwards; a decision that came first stands, and withdrawing later stops nothing more.
CREATE TEMP TABLE referral_state AS
SELECT q.referral_id, q.submission_id, q.subject_id, q.is_repeat, q.ground, q.designation_id, q.submitted_at,
       q.submitted_on, q.basis, q.agency, q.platform, q.subject_type, q.is_account, q.organisation, q.detection,
       q.followers, q.first_detected_at, q.acknowledged_at, q.withdrawn_at, q.outcome, q.effect_recorded_at,
       CASE WHEN q.is_withdrawn_first = 0 THEN q.responded_at END AS responded_at,
       CASE WHEN o.is_actioned = 1 THEN coalesce(q.effect_recorded_at, q.down_at) END AS effect_at,
       CASE WHEN q.is_withdrawn_first = 1 THEN q.withdrawn_at ELSE q.responded_at END AS ended_at,
       o.is_final, o.is_actioned, o.pta_class, coalesce(c.coverage, 'none') AS coverage
FROM (SELECT w.*, CASE WHEN is_withdrawn_first = 1 THEN 'withdrawn' ELSE coalesce(decided, 'pending') END AS outcome
      FROM (SELECT state.*, withdrawn_at IS NOT NULL AND (responded_at IS NULL OR withdrawn_at < responded_at)
                AS is_withdrawn_first
            FROM state) w) q
JOIN outcome_code o ON o.outcome_code = q.outcome
LEFT JOIN coverage c ON c.organisation = q.organisation AND c.submitted_on = q.submitted_on;
CREATE INDEX temp.referral_state_time ON referral_state (submitted_at);
CREATE INDEX temp.referral_state_subject ON referral_state (subject_id);
DROP TABLE temp.state;
