-- The walls around the tables of 0089. A grant is its company's; the office of a partner reads one, and decides it, only after the
-- company showed it this one. What the company brings for the hand-in holds names and receipts: nobody else reads it.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['grants', 'grant_evidence', 'subsidy_ledgers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY company ON grants USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY office_reads ON grants FOR SELECT
  USING (partner_id = app_organisation() AND shared_at IS NOT NULL AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY office_decides ON grants FOR UPDATE
  USING (partner_id = app_organisation() AND shared_at IS NOT NULL AND applied_at IS NOT NULL AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY company ON grant_evidence USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY office ON subsidy_ledgers USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
SELECT app_wall_departments();
