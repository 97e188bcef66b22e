-- The wall around the tables of 0006. Lists are the program's own: pages get from them only what their reader may see.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['market_predictions', 'market_aims', 'market_runs', 'market_lists'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY desk ON market_predictions USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY desk ON market_aims USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY desk ON market_runs FOR SELECT USING (app_is_desk());
