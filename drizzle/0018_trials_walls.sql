-- The wall around the tables of 0017. A trial is the desk's to draw, to begin and to end; which project is in it, the program's.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['market_trials', 'market_trial_projects'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY desk ON market_trials USING (app_is_desk());
