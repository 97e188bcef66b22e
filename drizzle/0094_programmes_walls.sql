-- What partners run: everybody reads what was published; the partner and the desk see drafts.
ALTER TABLE programmes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE programmes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON programmes USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON programmes USING (app_is_system());
--> statement-breakpoint
CREATE POLICY read_published ON programmes FOR SELECT USING (published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY own ON programmes USING (partner_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON programmes FOR SELECT USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON programmes TO meguri_app;
--> statement-breakpoint
-- What became of a programme, as sums alone, by one definition for every office. How many companies stand behind a sum comes
-- with it, so that small ones are kept back. Asked with the owner's eyes: nobody may read the contracts of others.
CREATE FUNCTION app_programme_counts(programme uuid) RETURNS TABLE (
  companies integer, projects integer, contracts integer, contract_companies integer, visits integer,
  visit_companies integer, went_on integer, went_on_companies integer, later integer, later_companies integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ WITH own AS (SELECT g.first_day, g.last_day FROM programmes g WHERE g.id = programme),
    p AS (SELECT q.id, q.company_id FROM projects q
      WHERE q.programme_id = programme AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL),
    agreed AS (SELECT c.id, c.company_id, coalesce(c.ended_at, c.ended_early_at) AS over
      FROM contracts c JOIN p ON p.id = c.project_id CROSS JOIN own
      WHERE (c.sealed_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN own.first_day AND own.last_day),
    seen AS (SELECT DISTINCT v.company_id, v.account_id, v.visited_on
      FROM visits v JOIN work_months m ON m.id = v.work_month_id JOIN agreed a ON a.id = m.contract_id CROSS JOIN own
      WHERE v.visited_on BETWEEN own.first_day AND own.last_day),
    lasting AS (SELECT a.company_id FROM agreed a CROSS JOIN own
      WHERE a.over IS NULL OR (a.over AT TIME ZONE 'Asia/Tokyo')::date > own.last_day),
    next AS (SELECT c.company_id FROM contracts c CROSS JOIN own
      WHERE (c.sealed_at AT TIME ZONE 'Asia/Tokyo')::date > own.last_day
        AND c.company_id IN (SELECT a.company_id FROM agreed a))
    SELECT (SELECT count(DISTINCT company_id)::integer FROM p), (SELECT count(*)::integer FROM p),
      (SELECT count(*)::integer FROM agreed), (SELECT count(DISTINCT company_id)::integer FROM agreed),
      (SELECT count(*)::integer FROM seen), (SELECT count(DISTINCT company_id)::integer FROM seen),
      (SELECT count(*)::integer FROM lasting), (SELECT count(DISTINCT company_id)::integer FROM lasting),
      (SELECT count(*)::integer FROM next), (SELECT count(DISTINCT company_id)::integer FROM next) $$;
