-- What was written in assisted sessions: the company's own; whoever writes in one marks it; the desk sees what was sent a moment ago.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['entries', 'draft_copies'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
    EXECUTE format('CREATE POLICY company ON %I USING (company_id = app_organisation())', name);
    EXECUTE format('CREATE POLICY assisted ON %I FOR SELECT USING (company_id = app_assisted())', name);
    EXECUTE format('CREATE POLICY assisted_writes ON %I FOR INSERT WITH CHECK (company_id = app_assisted_writing())', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY desk ON entries FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY assisted_marks ON entries FOR UPDATE
  USING (company_id = app_assisted_writing() AND entered_by = app_actor())
  WITH CHECK (company_id = app_assisted_writing() AND entered_by = app_actor());
--> statement-breakpoint
SELECT app_wall_departments();
