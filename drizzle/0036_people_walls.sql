-- The wall around the tables of 0035. Nobody but the person: no policy for the desk, and for checks of the main job's rules
-- none for the program's own jobs either.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['code_suggestions', 'main_job_checks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON code_suggestions USING (EXISTS (
  SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = app_actor()));
--> statement-breakpoint
CREATE POLICY own ON main_job_checks USING (account_id = app_actor());
