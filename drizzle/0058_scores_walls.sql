-- The wall around notes, criteria and points: the company alone. Neither the person nor the desk has a policy.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['selection_notes', 'criteria', 'assessments', 'scoring_rounds'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY company ON criteria USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY company ON scoring_rounds USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY company ON selection_notes FOR SELECT USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY own ON selection_notes USING (company_id = app_organisation() AND account_id = app_actor());
--> statement-breakpoint

-- Who gave points to an applicant of this company: that they did is no secret among colleagues, what they gave is. Asked with
-- the owner's eyes, because a policy cannot ask its own table.
CREATE FUNCTION app_assessors(application uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT coalesce(array_agg(a.account_id ORDER BY a.given_at, a.account_id), '{}') FROM assessments a
    WHERE a.application_id = application AND a.company_id = app_organisation() $$;
--> statement-breakpoint
-- Everybody writes the own points alone, and reads the others' after having given them, or once the round was opened.
CREATE POLICY own ON assessments USING (company_id = app_organisation() AND account_id = app_actor());
--> statement-breakpoint
CREATE POLICY after_own ON assessments FOR SELECT USING (
  company_id = app_organisation() AND (
    app_actor() = ANY (app_assessors(application_id))
    OR EXISTS (SELECT 1 FROM scoring_rounds r WHERE r.project_id = assessments.project_id)));
