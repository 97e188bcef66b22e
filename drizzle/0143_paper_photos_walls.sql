-- Photos of filled sheets: the company's own, and to be seen by whoever types for it, who adds some and says that they are typed.
ALTER TABLE paper_photos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE paper_photos FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON paper_photos USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON paper_photos USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON paper_photos TO meguri_app;
--> statement-breakpoint
CREATE POLICY company ON paper_photos USING (company_id = app_organisation());
--> statement-breakpoint
-- A sheet with people on it is the company's alone.
CREATE POLICY assisted ON paper_photos FOR SELECT USING (company_id = app_assisted() AND paper_id IS NULL);
--> statement-breakpoint
CREATE POLICY assisted_adds ON paper_photos FOR INSERT
  WITH CHECK (company_id = app_assisted_writing() AND paper_id IS NULL);
--> statement-breakpoint
CREATE POLICY assisted_types ON paper_photos FOR UPDATE
  USING (company_id = app_assisted_writing() AND paper_id IS NULL)
  WITH CHECK (company_id = app_assisted_writing() AND paper_id IS NULL);
--> statement-breakpoint
SELECT app_wall_departments();
