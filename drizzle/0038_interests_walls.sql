-- The wall around the table of 0037. A mark is its person's alone: no policy for the company, none for the desk.
ALTER TABLE interests ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE interests FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON interests USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON interests USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON interests TO meguri_app;
--> statement-breakpoint
-- never on a project of the employer, or of another company that the person hides from
CREATE POLICY own ON interests USING (account_id = app_actor()) WITH CHECK (
  account_id = app_actor() AND NOT EXISTS (
    SELECT 1 FROM talents t WHERE t.account_id = app_actor() AND app_is_hidden(t.id, company_id)));
--> statement-breakpoint
-- How many people marked a project, for its own company alone: whole fives, nothing below five, so that neither one mark more
-- nor one less is felt. Only whoever answered where they work and does not hide from this company counts, as it is today: also
-- when company or person put themselves down after the mark.
CREATE FUNCTION app_interests(project uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT nullif((count(*) / 5 * 5)::integer, 0)
    FROM interests i
    JOIN projects p ON p.id = i.project_id
    JOIN accounts a ON a.id = i.account_id
    JOIN talents t ON t.account_id = i.account_id
    WHERE i.project_id = project AND p.company_id = app_organisation()
      AND a.closed_at IS NULL AND t.employer_answered_at IS NOT NULL
      AND NOT app_is_hidden(t.id, p.company_id)
      AND NOT EXISTS (SELECT 1 FROM memberships m
        WHERE m.account_id = i.account_id AND m.organisation_id = p.company_id AND m.until IS NULL) $$;
