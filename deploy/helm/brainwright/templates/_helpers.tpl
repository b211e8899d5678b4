{{- define "brainwright.labels" -}}
app.kubernetes.io/name: brainwright
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "brainwright.kafka" -}}
{{- if .Values.kafka.bootstrap -}}
{{ .Values.kafka.bootstrap }}
{{- else -}}
{{ .Values.kafka.strimzi.name }}-kafka-bootstrap:9093
{{- end -}}
{{- end }}

{{- define "brainwright.image" -}}
{{- $registry := .root.Values.image.registry -}}
{{- if $registry }}{{ $registry }}/{{ end }}brainwright/{{ .name }}:{{ .root.Values.image.tag }}
{{- end }}

{{/* Security of every pod: no root, no capabilities, nothing writable but /tmp. */}}
{{- define "brainwright.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "brainwright.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
