-- A paper with the whole draft is read, printed and answered by whoever types for the company; one with people on it never.
CREATE POLICY assisted ON papers FOR SELECT USING (company_id = app_assisted() AND kind = 'approval');
--> statement-breakpoint
CREATE POLICY assisted_prints ON papers FOR INSERT
  WITH CHECK (company_id = app_assisted_writing() AND kind = 'approval');
--> statement-breakpoint
CREATE POLICY assisted_answers ON papers FOR UPDATE
  USING (company_id = app_assisted_writing() AND kind = 'approval')
  WITH CHECK (company_id = app_assisted_writing() AND kind = 'approval');
--> statement-breakpoint
DROP POLICY assisted ON paper_photos;
--> statement-breakpoint
DROP POLICY assisted_adds ON paper_photos;
--> statement-breakpoint
DROP POLICY assisted_types ON paper_photos;
--> statement-breakpoint
CREATE POLICY assisted ON paper_photos FOR SELECT
  USING (company_id = app_assisted() AND (paper_id IS NULL OR EXISTS (
    SELECT 1 FROM papers p WHERE p.id = paper_id AND p.company_id = app_assisted() AND p.kind = 'approval')));
--> statement-breakpoint
CREATE POLICY assisted_adds ON paper_photos FOR INSERT
  WITH CHECK (company_id = app_assisted_writing() AND (paper_id IS NULL OR EXISTS (
    SELECT 1 FROM papers p WHERE p.id = paper_id AND p.company_id = app_assisted_writing() AND p.kind = 'approval')));
--> statement-breakpoint
CREATE POLICY assisted_types ON paper_photos FOR UPDATE
  USING (company_id = app_assisted_writing() AND (paper_id IS NULL OR EXISTS (
    SELECT 1 FROM papers p WHERE p.id = paper_id AND p.company_id = app_assisted_writing() AND p.kind = 'approval')))
  WITH CHECK (company_id = app_assisted_writing() AND (paper_id IS NULL OR EXISTS (
    SELECT 1 FROM papers p WHERE p.id = paper_id AND p.company_id = app_assisted_writing() AND p.kind = 'approval')));
