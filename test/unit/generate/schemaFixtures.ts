// Front matter that uses every kind of field, once under English and once under Spanish names.

export const englishChange = `id: CHG-2026-0042
type: change
title: Portal 4.2.0 in production
created: 2026-11-03
related: [PROC-RELEASE]
language: en
waivers:
  - { rule: schedule/friday, by: Rita Mas, reason: Closed on Mondays, until: 2026-12-31 }
status: to_be_released
change_type: normal
deployment_type: 4
configuration_change: medium
customer: diba
environment: PRO
performed_by: provider
requested_at: 2026-11-03 09:30
severity: major
assignee:
reviewers: { project: Pau Vila, support: Nil Roca, qa: Laia Font }
schedule: { start: 2026-11-25T22:00+01:00, duration: 1h, outage: PT20M }
actual: { start: 2026-11-25 22:03, end: 2026-11-25 22:51 }
impact: { level: high, description: The portal restarts }
features: [Monthly report, 2026]
components: [{ name: portal, from: "4.1.3", to: "4.2.0" }]
feature_flags: [monthly-report]
tickets: [ES-7412280, 4711, { id: TKT-2026-0007, status: in_testing }, { mail: Accents, message_id: <a1@b> }]
procedure: PROC-RELEASE@1.0.0
release: { version: "4.2.0", tag: v4.2.0 }
database: [{ migration: 0042, reversible: true, idempotent: false, backup: true, restore: Step backup }]
tests: { validated_in: [QA, UAT], passed: 24, total: 24, run: R31 }
rollback: { to: "4.1.3", steps_section: Rollback, duration: 15m }
agreement: { by: Anna Serra, at: 2026-11-12 10:00, start: 2026-11-25T22:00+01:00 }
notify: [project_team, ops@example.org]
approvals: [{ role: security_office, by: Nil Roca, at: 2026-11-13 10:05, decision: approved }]
notifications: [{ kind: start, at: 2026-11-25 22:00, channel: mail, by: Jordi Puig }]
outcome: rolled_back
hold: { reason: The customer moves, from: in_progress }
`;

export const spanishChange = `id: CHG-2026-0042
tipo: cambio
titulo: Portal 4.2.0 en producción
fecha_creacion: 2026-11-03
relacionados: [PROC-RELEASE]
idioma: es
exenciones:
  - { regla: schedule/friday, por: Rita Mas, motivo: Cierra los lunes, hasta: 2026-12-31 }
estado: por_desplegar
tipo_cambio: estandar
tipo_despliegue: 4
cambio_configuracion: medio
cliente: diba
entornos: [PRO]
realizado_por: proveedor
solicitado: 2026-11-03 09:30
severidad: mayor
ejecutor: ~
revisores: { proyecto: Pau Vila, soporte: Nil Roca, qa: Laia Font }
programacion: { inicio: 2026-11-25T22:00+01:00, duracion: 1h30m, corte: 20m }
impacto: { nivel: alto, descripcion: El portal se reinicia }
componentes: [{ nombre: portal, de: "4.1.3", a: "4.2.0" }]
tickets: [{ id: ES-7412280, titulo: Acentos, estado: en_pruebas }]
publicacion: { version: "4.2.0", etiqueta: v4.2.0, rama: release/v4.2.0 }
base_de_datos: [{ migracion: "0042", reversible: true, costosa: false, copia: true }]
pruebas: { validado_en: [UAT], pasadas: 24, total: 24, ejecucion: R31 }
reversion: { a: "4.1.3", seccion: Reversión, duracion: 15m }
conformidad: { riesgo_aceptado_por: Anna Serra, fecha: 2026-11-12 10:00, motivo: Es urgente }
avisar: [equipo_proyecto, usuarios_finales]
aprobaciones: [{ rol: calidad, por: Laia Font, fecha: 2026-11-13 10:00, decision: aprobado }]
notificaciones: [{ clase: inicio, fecha: 2026-11-25 22:00, canal: correo, por: Jordi Puig }]
resultado: revertido
espera: { motivo: El cliente se muda, desde: en_curso, fecha: 2026-11-13 10:00 }
`;

export const mixedConfig = `records: "changes/**/*.md"
zona_horaria: Europe/Madrid
working_days: [lun, tue]
horario: "09:00-18:00"
festivos: { country: ES, fechas: [{ date: 2026-12-07, nombre: Puente }] }
freezes: [{ from: 2026-12-18, hasta: 2027-01-07, estricta: true, clientes: [diba] }]
approvals: [{ when: { deployment_type: [3, 4] }, roles: [project] }]
performers: [{ deployment_type: 4, personas: [Jordi Puig] }]
rules: { format/sections: error, format/placeholder: { words: [FIXME] } }
commit: { enviar: preguntar }
workflow: default
`;
