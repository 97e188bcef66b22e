-- As in 0165, with the parts of a programme looked up by their index: "its own or moved since" went through every project there is,
-- twice for each look at the page of a programme.
CREATE OR REPLACE FUNCTION app_programme_counts(programme uuid, until timestamptz) RETURNS TABLE (
  companies integer, projects integer, contracts integer, contract_companies integer, visits integer,
  visit_companies integer, went_on integer, went_on_companies integer, later integer, later_companies integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH own AS (SELECT g.first_day, g.last_day FROM programmes g WHERE g.id = programme),
    moved AS (SELECT DISTINCT h.subject_id AS id FROM history h
      WHERE h.act IN ('project.programme-joined', 'project.programme-left') AND h.at > until),
    parts AS (SELECT q.id FROM projects q WHERE q.programme_id = programme UNION SELECT m.id FROM moved m),
    p AS (SELECT q.id, q.company_id FROM parts JOIN projects q ON q.id = parts.id LEFT JOIN moved m ON m.id = q.id
      WHERE q.published_at <= until AND (q.withdrawn_at IS NULL OR q.withdrawn_at > until)
        AND (m.id IS NULL OR coalesce((
            SELECT h.act = 'project.programme-joined' AND h.data->>'programme' = programme::text FROM history h
              WHERE h.subject_id = q.id AND h.act IN ('project.programme-joined', 'project.programme-left') AND h.at <= until
              ORDER BY h.id DESC LIMIT 1), false))),
    agreed AS (SELECT c.id, c.company_id,
        CASE WHEN coalesce(c.ended_at, c.ended_early_at) <= until THEN coalesce(c.ended_at, c.ended_early_at) END AS over
      FROM contracts c JOIN p ON p.id = c.project_id CROSS JOIN own
      WHERE c.sealed_at <= until AND (c.sealed_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN own.first_day AND own.last_day),
    seen AS (SELECT DISTINCT v.company_id, v.account_id, v.visited_on
      FROM visits v JOIN work_months m ON m.id = v.work_month_id AND m.reported_at <= until
        JOIN agreed a ON a.id = m.contract_id CROSS JOIN own
      WHERE v.visited_on BETWEEN own.first_day AND own.last_day),
    lasting AS (SELECT a.company_id FROM agreed a CROSS JOIN own
      WHERE a.over IS NULL OR (a.over AT TIME ZONE 'Asia/Tokyo')::date > own.last_day),
    next AS (SELECT c.company_id FROM contracts c CROSS JOIN own
      WHERE c.sealed_at <= until AND (c.sealed_at AT TIME ZONE 'Asia/Tokyo')::date > own.last_day
        AND c.company_id IN (SELECT a.company_id FROM agreed a))
    SELECT (SELECT count(DISTINCT company_id)::integer FROM p), (SELECT count(*)::integer FROM p),
      (SELECT count(*)::integer FROM agreed), (SELECT count(DISTINCT company_id)::integer FROM agreed),
      (SELECT count(*)::integer FROM seen), (SELECT count(DISTINCT company_id)::integer FROM seen),
      (SELECT count(*)::integer FROM lasting), (SELECT count(DISTINCT company_id)::integer FROM lasting),
      (SELECT count(*)::integer FROM next), (SELECT count(DISTINCT company_id)::integer FROM next) $$;
