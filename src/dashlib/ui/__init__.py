"""The app: the only modules that import streamlit."""
