-- Who lends for a bank is let in by no guard but that of a page of counts. The wall keeps from them once more which companies gave
-- the bank a mandate, who comes to its events, and what it wrote to people of its region.
ALTER POLICY partner ON mandates USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
ALTER POLICY partner ON alumni_letters USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app_holds_event(event uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (SELECT 1 FROM events e WHERE e.id = event
      AND ((e.partner_id = app_organisation() AND NOT app_is_lending()) OR (e.partner_id IS NULL AND app_is_desk()))) $$;
