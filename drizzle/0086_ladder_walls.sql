-- The wall around the tables of 0081. Who made a link, and who came by it, is each person's own; the desk reads neither.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['signposts', 'signpost_arrivals', 'alumni_letters'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON signposts USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY own ON signpost_arrivals USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY partner ON alumni_letters USING (partner_id = app_organisation());
