-- The wall around the tables of 0008. What was found is the desk's to read and its choice to make; everything else is the program's.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['market_findings', 'market_weights', 'market_weight_choices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY desk ON market_findings FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY desk ON market_weights FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY desk ON market_weight_choices USING (app_is_desk());
